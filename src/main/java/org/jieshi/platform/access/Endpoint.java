package org.jieshi.platform.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jieshi.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One line of the table.
 *
 * @param method {@code GET}, …; null for every method
 * @param who as the table writes it
 * @param object whose land it touches, as the table writes it
 */
public record Endpoint(@Nullable String method, PathPattern path, String who, String object) {

  private static final String PUBLIC = "public";
  private static final String VILLAGE = "village";
  private static final String SIGNED_IN = "signed-in";
  private static final String NOBODY = "nobody";

  public Endpoint {
    rolesOf(who);
  }

  /** Whether it answers without a sign-in; a village's gate then asks for link and code itself. */
  public boolean open() {
    return who.equals(PUBLIC) || who.equals(VILLAGE);
  }

  /** Those who may, once signed in. */
  public Set<Role> roles() {
    return rolesOf(who);
  }

  boolean answers(String asked) {
    return method == null || method.equals(asked);
  }

  private static Set<Role> rolesOf(String who) {
    return switch (who) {
      case PUBLIC, VILLAGE, SIGNED_IN -> EnumSet.allOf(Role.class);
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
