package org.jieshi.fees;

import java.math.BigDecimal;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A fee by one tariff, with everything it was judged by.
 *
 * @param source the published rule
 * @param scenario true for a proposal that is compared and never charged
 * @param uncertain true where the sources leave the rule open
 * @param amount yuan, 2 decimals
 */
public record Assessment(FeeFacts facts, String tariff, String source, Bilingual status, boolean scenario,
    boolean uncertain, FeeBasis basis, BigDecimal rate, BigDecimal amount, @Nullable String note) {
}
