package org.jieshi.identity;

import org.jspecify.annotations.Nullable;

/**
 * A person with an account.
 *
 * @param district code prefix of the county (6 digits), town (9) or village (12) the person works in; null: everywhere
 * @param revision counts the changes of the account
 * @param secondFactor whether sign-ins take a code of a device besides the password
 * @param duty what has to be done before anything else is open; null: nothing
 */
public record User(String username, String displayName, Role role, @Nullable String district, boolean enabled,
    int revision, boolean secondFactor, @Nullable Duty duty) {
}
