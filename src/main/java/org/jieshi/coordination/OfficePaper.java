package org.jieshi.coordination;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** What every document of the office carries. */
@Component
public class OfficePaper {

  private final String name;
  private final @Nullable String mark;

  OfficePaper(@Value("${jieshi.farm.county-name}") String county, Environment environment) {
    this.name = county + "国土资源局";
    this.mark = environment.acceptsProfiles(Profiles.of("demo"))
        ? "演示数据，并非真实土地 — SYNTHETIC demo data, no real land" : null;
  }

  /** The land office, in Chinese. */
  public String name() {
    return name;
  }

  /** Printed on every page where the land is made up; null elsewhere. */
  public @Nullable String mark() {
    return mark;
  }
}
