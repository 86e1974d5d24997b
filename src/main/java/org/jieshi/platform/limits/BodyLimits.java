package org.jieshi.platform.limits;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the body of a request may cost.
 *
 * @param patience how long the server waits for bodies, all waiting of one request together, before it looks at their pace
 * @param pace bytes a second that are expected from then on, on the average
 * @param json the largest body of JSON; forms and files have limits of their own
 */
@ConfigurationProperties("jieshi.bodies")
record BodyLimits(@DefaultValue("20s") Duration patience, @DefaultValue("500B") DataSize pace,
    @DefaultValue("8MB") DataSize json) {

  /**
   * @param pace bytes a second
   * @param most bytes
   */
  record Limit(Duration patience, long pace, long most) {}

  Limit forBody(@Nullable String contentType) {
    boolean isJson = contentType != null && contentType.contains("json");
    return new Limit(patience, pace.toBytes(), isJson ? json.toBytes() : Long.MAX_VALUE);
  }
}
