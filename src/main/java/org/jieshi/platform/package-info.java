/**
 * What holds the modules together: web security, problem documents, the first start, commands, the demo farm.
 *
 * <p>May use every module; no module uses it. Start with {@code SecurityConfiguration} and {@code ProblemAdvice}.
 */
@NullMarked
package org.jieshi.platform;

import org.jspecify.annotations.NullMarked;
