/**
 * What the surveyor found: who is to hold which right over the parcel, on what the boundary rests, and whether the
 * neighbours pointed it out and signed (地籍调查表, domain sheet §5). Values only; start with
 * {@link org.jieshi.registration.investigation.Investigation}.
 */
@NullMarked
package org.jieshi.registration.investigation;

import org.jspecify.annotations.NullMarked;
