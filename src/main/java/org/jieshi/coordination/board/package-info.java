/**
 * The problem board 看板 and the figures by which departments and the county are compared.
 *
 * <p>Invariants: the board shows everything that is open, whatever module it comes from, by stage and age. Every figure
 * says by which method and as of which day it was made; what is still open counts in it; what cannot be said is left
 * out, not shown as zero.
 *
 * <p>Start with {@code Board} and {@code Performance}. May use {@code coordination} and its {@code due},
 * {@code disputes}, {@code identity}, {@code shared}.
 */
@NullMarked
package org.jieshi.coordination.board;

import org.jspecify.annotations.NullMarked;
