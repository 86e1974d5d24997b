package org.jieshi.platform.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jieshi.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One line of the table.
 *
 * @param method {@code GET}, …; null for every method
 * @param who as the table writes it
 * @param object whose land it touches, as the table writes it
 * @param beginning of its path
 */
public record Endpoint(@Nullable String method, PathPattern path, String who, String object, PathBeginning beginning) {

  private static final String PUBLIC = "public";
  private static final String VILLAGE = "village";
  private static final String SIGNED_IN = "signed-in";
  private static final String ARRIVING = "arriving";
  private static final String NOBODY = "nobody";

  private static final Set<String> KINDS =
      Set.of("parcel", "claim", "evidence", "conflict", "case", "application", "certificate");
  private static final Set<String> NO_LAND = Set.of("-", "own", "demo", "limited");
  private static final String FARM = "farm";

  public Endpoint {
    rolesOf(who);
    boolean named = object.contains(":") && KINDS.contains(object.substring(0, object.indexOf(':')))
        && path.getPatternString().contains("{" + object.substring(object.indexOf(':') + 1) + "}");
    if (!named && !object.equals(FARM) && !NO_LAND.contains(object)) {
      throw new IllegalArgumentException("no such object: " + object + " of " + path);
    }
  }

  Endpoint(@Nullable String method, PathPattern path, String who, String object) {
    this(method, path, who, object, PathBeginning.of(path.getPatternString()));
  }

  boolean matches(PathContainer asked) {
    return beginning.allows(asked.value()) && path.matches(asked);
  }

  /** Whether it answers without a sign-in; a village's gate then asks for link and code itself. */
  public boolean open() {
    return who.equals(PUBLIC) || who.equals(VILLAGE);
  }

  /** Whether it answers to somebody who has something to do first, as choosing a password of their own. */
  boolean beforeDuties() {
    return who.equals(ARRIVING);
  }

  /** Those who may, once signed in. */
  public Set<Role> roles() {
    return rolesOf(who);
  }

  /** Whether the table itself limits it to a district; what it does not, services do, or there is nothing to limit. */
  boolean touchesLand() {
    return !NO_LAND.contains(object);
  }

  boolean wholeFarm() {
    return object.equals(FARM);
  }

  /** Of the one record that the path names. */
  String kind() {
    return object.substring(0, object.indexOf(':'));
  }

  String id(PathContainer asked) {
    return Objects.requireNonNull(path.matchAndExtract(asked)).getUriVariables()
        .get(object.substring(object.indexOf(':') + 1));
  }

  boolean answers(String asked) {
    return method == null || method.equals(asked);
  }

  private static Set<Role> rolesOf(String who) {
    return switch (who) {
      case PUBLIC, VILLAGE, SIGNED_IN, ARRIVING -> EnumSet.allOf(Role.class);
      case NOBODY -> EnumSet.noneOf(Role.class);
      default -> Arrays.stream(who.split(",")).map(name -> Role.valueOf(name.toUpperCase(Locale.ROOT)))
          .collect(() -> EnumSet.noneOf(Role.class), Set::add, Set::addAll);
    };
  }

  @Override
  public String toString() {
    return (method == null ? "ANY" : method) + " " + path.getPatternString();
  }
}
