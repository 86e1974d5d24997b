package org.jieshi.identity.external;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One account's name at the sign-in service.
 *
 * @param email counts until the first sign-in, where the service says that it is verified
 * @param subject counts from then on, and alone
 */
public record ExternalIdentity(String username, String issuer, @Nullable String email, @Nullable String subject,
    String boundBy, Instant boundAt) {
}
