/**
 * Registration fees: dated tariffs as data, exact assessment, receipts and exemptions.
 *
 * <p>Invariants: money is {@link java.math.BigDecimal} in yuan, rounded once, at the amount, half up to the cent. The rule
 * is chosen by the date of the application among the tariffs in force for that class of land, the latest first; a
 * scenario is compared, never charged. Land that no tariff covers has no fee of zero: it has no assessment, and only an
 * exemption with its document settles it. What was settled keeps the rule and the facts it was judged by, so that a
 * later change of the land shows as a difference.
 *
 * <p>Start with {@link org.jieshi.fees.Fees}; tariffs come with the program and are added and ended by the
 * administrator, never rewritten. Knows applications only by
 * their number. Uses {@code shared}, {@code identity} and {@code audit}.
 */
@NullMarked
package org.jieshi.fees;

import org.jspecify.annotations.NullMarked;
