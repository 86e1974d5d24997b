/**
 * What every module speaks: refusals ({@link org.jieshi.shared.Problem}), sentences in two languages, area units, the
 * office clock and its working days. Depends on no other module. Start with {@link org.jieshi.shared.ProblemCode}.
 */
@NullMarked
package org.jieshi.shared;

import org.jspecify.annotations.NullMarked;
