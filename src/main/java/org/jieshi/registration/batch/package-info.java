/**
 * One step for up to 500 parcels or applications, as background work with progress and a result for each.
 *
 * <p>Invariants: an item and its mark are one transaction, so that it is done exactly once however often the program is
 * killed; what one is refused holds up none of the others; the work is done in the name and with the rights of the person
 * who asked for it, judged for each item anew. What a step does is told by {@link org.jieshi.registration.batch.BatchWork};
 * start with {@link org.jieshi.registration.batch.BatchJob}.
 */
@NullMarked
package org.jieshi.registration.batch;

import org.jspecify.annotations.NullMarked;
