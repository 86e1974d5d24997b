package org.jieshi.fees;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Money that went back.
 *
 * @param amount yuan
 * @param document the decision, {@code receiptNumber} of the payment itself
 */
public record Refund(BigDecimal amount, String reason, String document, String receiptNumber, LocalDate refundedOn,
    String recordedBy) {
}
