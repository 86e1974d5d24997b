/**
 * The boundary-coordinate exchange text 报盘 TXT of the land offices (domain.md §8): a head of keys, then parcels, each with
 * a line of its own and a line for each vertex.
 *
 * <p>Invariants: what programs do to the form is tolerated and told, never guessed over: a count that doesn't fit, or a
 * vertex that can't be read, blocks its parcel. Which axis is north follows from the size of the numbers where the file
 * contradicts the form. Written is the plain form only.
 *
 * <p>Start reading at {@link org.jieshi.ingest.exchange.ExchangeFormat}.
 */
@NullMarked
package org.jieshi.ingest.exchange;

import org.jspecify.annotations.NullMarked;
