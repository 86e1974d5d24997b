/**
 * Identity numbers of persons, and how to reach them. Everywhere they are shown without their middle; the whole is given to
 * roles that need it, one at a time, for a reason that goes into the audit record.
 *
 * <p>Each module that keeps such data offers it as a {@link org.jieshi.identity.personal.PersonalSource}; start with
 * {@link org.jieshi.identity.personal.PersonalDataDesk}.
 */
@NullMarked
package org.jieshi.identity.personal;

import org.jspecify.annotations.NullMarked;
