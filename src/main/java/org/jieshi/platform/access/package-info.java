/**
 * Who may ask what: the table of every address ({@code access/endpoints.txt}) and the decision that follows from it.
 *
 * <p>Start with {@link org.jieshi.platform.access.EndpointTable}. What a role may do is decided here before anything of a
 * request is read; services check it again for whoever calls them without HTTP.
 */
@NullMarked
package org.jieshi.platform.access;

import org.jspecify.annotations.NullMarked;
