/**
 * The gates W1–W7 of rules.md: each a pure function of {@link org.jieshi.registration.gates.Facts}, which names every
 * fact that is missing or in the way.
 *
 * <p>Invariant: <b>gates fail closed</b>. Whatever is not known is null or empty in the facts and is refused by name: no
 * notice, no setting, no calendar, no survey, no accuracy, no forestry layer, no register of certificates. Nothing here
 * reads a database or a clock. Start with {@link org.jieshi.registration.gates.Rule}; on which step of the procedure a
 * gate stands is told in {@code org.jieshi.registration}.
 */
@NullMarked
package org.jieshi.registration.gates;

import org.jspecify.annotations.NullMarked;
