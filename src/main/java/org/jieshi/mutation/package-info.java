/**
 * Changes of parcels 宗地变更: split, merge, adjustment of a common boundary, retirement, with the lineage of what came from
 * what.
 *
 * <p>A surveyor proposes, after a dry run has shown what it would bring; an approver, another person, executes. Invariants:
 * <ul>
 *   <li>The land stays the same land (rule A2, {@link org.jieshi.geometry.Conservation}).
 *   <li>New parcels get new numbers; the old ones are retired and never used again.
 *   <li>One transaction retires the old parcels, enters the new ones, has every overlap judged anew, supersedes the old
 *       certificates and issues their successors, each past gate W7. The right itself goes on: holder, kind, nature, use and
 *       term are those of the certificate that is superseded, so that no notice is needed.
 *   <li>Nothing happens while an application or a case is open on one of the parcels, or when one has changed since the
 *       proposal: what is not known to be free is not free.
 * </ul>
 *
 * <p>Start with {@link org.jieshi.mutation.Mutations}. May use certificates, registration, disputes, conflicts, parcels,
 * geometry.
 */
@NullMarked
package org.jieshi.mutation;

import org.jspecify.annotations.NullMarked;
