/**
 * Which account somebody is whom another organisation's service signs in. Nobody gets an account by such a sign-in: an
 * administrator binds it to one that exists.
 *
 * <p>Start with {@link org.jieshi.identity.external.ExternalIdentities}; the sign-in itself is {@code platform.oidc}.
 */
@NullMarked
package org.jieshi.identity.external;

import org.jspecify.annotations.NullMarked;
