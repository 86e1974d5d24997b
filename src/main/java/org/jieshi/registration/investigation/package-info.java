/**
 * What the surveyor found: who is to hold which right over the parcel, on what the boundary rests, and whether the
 * neighbours pointed it out and signed (地籍调查表, domain sheet §5). Values and rules:
 * what was served is final by itself once nobody objected in 15 days; shares of co-owners sum to exactly 1; the boundary
 * table has a row for every vertex. Start with
 * {@link org.jieshi.registration.investigation.Investigation}.
 */
@NullMarked
package org.jieshi.registration.investigation;

import org.jspecify.annotations.NullMarked;
