/**
 * Users, their roles and districts, and who is asking right now.
 *
 * <p>Start with {@link org.jieshi.identity.CurrentUser}: services name the roles that may act. How people sign in over
 * HTTP is in {@code platform}. Uses {@code shared} and {@code audit}.
 */
@NullMarked
package org.jieshi.identity;

import org.jspecify.annotations.NullMarked;
