/**
 * What one client may cost the others: sizes and times of requests. Tomcat's own limits are in {@code application.yml}.
 *
 * <p>Start with {@link org.jieshi.platform.limits.RequestBodies}.
 */
@NullMarked
package org.jieshi.platform.limits;

import org.jspecify.annotations.NullMarked;
