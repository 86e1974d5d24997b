/**
 * Overrides of the gates W1–W6: an approver proposes one with reason, document and last day, a second approver confirms
 * it, and it stays in the history of the parcel for good.
 *
 * <p>Invariants: an override covers the facts that the gate lacked when it was proposed, and no other: an objection that
 * comes later is not overridden. After its last day it covers nothing; a new survey ends it. W7 has none. Start with
 * {@link org.jieshi.registration.overrides.GateOverride}.
 */
@NullMarked
package org.jieshi.registration.overrides;

import org.jspecify.annotations.NullMarked;
