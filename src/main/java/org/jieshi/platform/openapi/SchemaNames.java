package org.jieshi.platform.openapi;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names of schemas. Many modules have a record of the same simple name ({@code New}, {@code View}): a nested one is named with
 * the class around it, and where that is not enough with its package.
 */
final class SchemaNames extends TypeNameResolver {

  private static final String OURS = "org.jieshi.";

  private final Map<String, Class<?>> given = new ConcurrentHashMap<>();

  @Override
  protected String getNameOfClass(Class<?> type) {
    if (!type.getName().startsWith(OURS)) {
      return super.getNameOfClass(type);
    }
    String name = type.getSimpleName();
    for (Class<?> around = type.getEnclosingClass(); around != null; around = around.getEnclosingClass()) {
      String outer = around.getSimpleName().replaceFirst("Controller$", "");
      name = name.startsWith(outer) ? name : outer + name;
    }
    Class<?> first = given.putIfAbsent(name, type);
    if (first == null || first == type) {
      return name;
    }
    String folder = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
    return Character.toUpperCase(folder.charAt(0)) + folder.substring(1) + name;
  }
}
