package org.jieshi.fees;

import java.math.BigDecimal;

/**
 * What a fee depends on.
 *
 * @param subject number of the application
 * @param area m², as it will stand on the certificate
 * @param disputed whether the land was ever disputed, or objected to
 * @param copies certificates to be made out, at least 1
 */
public record FeeFacts(String subject, BigDecimal area, LandClass landClass, boolean disputed, int copies) {
}
