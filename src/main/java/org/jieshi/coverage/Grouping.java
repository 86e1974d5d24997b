package org.jieshi.coverage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What coverage is broken down by, named as in the HTTP interface. */
public enum Grouping {

  SUB_FARM("subFarm"), TOWN("town"), VILLAGE("village"), LAND_USE("landUse");

  private final String parameter;

  Grouping(String parameter) {
    this.parameter = parameter;
  }

  @JsonValue
  public String parameter() {
    return parameter;
  }

  public static Optional<Grouping> find(String parameter) {
    return Arrays.stream(values()).filter(grouping -> grouping.parameter.equals(parameter)).findFirst();
  }
}
