package org.jieshi.platform.openapi;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.util.List;
import org.jieshi.platform.access.EndpointTable;
import org.jieshi.shared.ActionBodies;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

/** What {@code /openapi.json} says besides what the controllers say themselves. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class OpenApiConfiguration {

  static final String BASIC = "basic";
  static final String SESSION = "session";

  static {
    SpringDocUtils documents = SpringDocUtils.getConfig();
    for (Class<?> shape : List.of(Geometry.class, Polygon.class, MultiPolygon.class, Point.class, LineString.class)) {
      documents.replaceWithSchema(shape, Refusals.typed("object").description(
          "GeoJSON geometry (RFC 7946): CGCS2000 degrees, longitude first; with crs=native the plane coordinates of the survey")
          .addProperty("type", Refusals.typed("string"))
          .addProperty("coordinates", Refusals.typed("array").items(new JsonSchema())));
    }
    documents.replaceWithSchema(JsonNode.class, Refusals.typed("object"));
    documents.replaceWithSchema(SseEmitter.class, Refusals.typed("string"));
  }

  @Bean
  OpenAPI openApi() {
    Components components = new Components()
        .addSecuritySchemes(BASIC, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")
            .description("For scripts: user and password with each request, no CSRF token."))
        .addSecuritySchemes(SESSION, new SecurityScheme().type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.COOKIE)
            .name("SESSION").description("For browsers: POST /api/session; changes need the header X-XSRF-TOKEN."));
    return new OpenAPI().info(new Info().title("Jieshi 界石").version("1").description("""
            The land titles of a state farm and the office that registers them. Areas are m², dates ISO 8601, geometry GeoJSON in \
            CGCS2000 degrees. Lists answer `{items, total, page, size}`. A versioned record answers an ETag; changing it needs \
            `If-Match`. A refusal is problem JSON with a stable `code` and the reason in English and Chinese.

            国有农场土地权籍接口：面积单位为平方米，几何为 CGCS2000 经纬度 GeoJSON；修改有版本的记录需携带 If-Match；拒绝以 problem+json \
            返回，附固定代码与中英文原因。"""))
        .servers(List.of(new Server().url("/"))).components(components)
        .security(List.of(new SecurityRequirement().addList(BASIC), new SecurityRequirement().addList(SESSION)));
  }

  @Bean
  ModelResolver schemas(ObjectMapperProvider mappers) {
    return new ModelResolver(mappers.jsonMapper(), new SchemaNames()).openapi31(true);
  }

  /** The module that answers, as its tag. */
  @Bean
  OperationCustomizer modules() {
    return (operation, method) -> {
      String[] names = method.getBeanType().getPackageName().split("\\.");
      operation.setTags(List.of(names.length > 2 ? names[2] : names[names.length - 1]));
      return operation;
    };
  }

  @Bean
  OpenApiCustomizer descriptions(EndpointTable table, List<ActionBodies> steps) throws IOException {
    return new Descriptions(new Summaries(), table, steps);
  }
}
