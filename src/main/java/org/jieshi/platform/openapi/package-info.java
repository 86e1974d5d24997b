/**
 * The description of the HTTP interface at {@code /openapi.json}, and the page that shows it.
 *
 * <p>springdoc reads parameters and bodies from the controllers; this package says the rest: what each address does
 * ({@code openapi/summaries.txt}, in two languages), who may ask it ({@code access/endpoints.txt}), which module it belongs to,
 * the bodies of steps that share an address, and what a refusal looks like. {@code OpenApiIT} fails where a mapping is not
 * described.
 *
 * <p>Start reading at {@link org.jieshi.platform.openapi.OpenApiConfiguration}.
 */
@NullMarked
package org.jieshi.platform.openapi;

import org.jspecify.annotations.NullMarked;
