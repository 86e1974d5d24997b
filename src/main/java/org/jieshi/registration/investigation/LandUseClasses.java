package org.jieshi.registration.investigation;

import java.util.Optional;
import org.jieshi.fees.LandClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The land-use classes of both standards, as {@code V10_1__land_use_classes.sql} lists them. */
@Repository
public class LandUseClasses {

  private final JdbcClient jdbc;

  LandUseClasses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty for a code that its standard does not have. */
  public Optional<LandUseClass> find(LandUse use) {
    return jdbc.sql("select name, land_class, forest from land_use_class where scheme = :scheme and code = :code")
        .param("scheme", use.scheme()).param("code", use.code())
        .query((row, number) -> new LandUseClass(row.getString("name"),
            LandClass.valueOf(row.getString("land_class")), row.getBoolean("forest")))
        .optional();
  }

  /**
   * @param name in Chinese, as the standard has it
   * @param forest whether it is forest land, on which the forestry department is heard
   */
  public record LandUseClass(String name, LandClass landClass, boolean forest) {
  }
}
