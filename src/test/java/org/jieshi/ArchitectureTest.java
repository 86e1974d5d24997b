package org.jieshi;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.Socket;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.stereotype.Controller;

/** The module table of the design, and what every module has in common. */
class ArchitectureTest {

  /** Module, and what it may use. {@code above}: every module further up; {@code main}: the class that starts it all. */
  private static final String TABLE = """
      shared       |
      geometry     | shared
      store        | shared
      print        |
      audit        | shared
      identity     | shared, audit
      parcels      | geometry
      ingest       | parcels, geometry
      conflicts    | parcels, geometry
      disputes     | conflicts, parcels, geometry
      coordination | parcels, conflicts, disputes, geometry
      fees         | shared
      registration | parcels, conflicts, disputes, coordination, fees, geometry
      imagery      | geometry
      certificates | registration, parcels, imagery, geometry
      mutation     | certificates, registration, disputes, conflicts, parcels, geometry
      register     | mutation, certificates, registration, disputes, parcels
      coverage     | above
      export       | ingest, parcels, conflicts, certificates, geometry
      ladm         | ingest, parcels, registration, geometry
      map          | parcels, conflicts, certificates, geometry
      ogc          | parcels, geometry
      platform     | above, main
      """;

  /** Every business module may use these. */
  private static final Set<String> GROUND = Set.of("shared", "store", "print", "audit", "identity");
  private static final Set<String> BELOW_BUSINESS = Set.of("shared", "geometry", "store", "print", "audit", "identity");

  private static final String ROOT = "org.jieshi";
  private static final JavaClasses PROGRAM =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);

  static List<String> modules() {
    return List.copyOf(table().keySet());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void aModuleUsesOnlyWhatTheTableAllows(String module) {
    Set<String> allowed = table().get(module);
    classes().that(describe("belong to " + module, type -> moduleOf(type).equals(module)))
        .should().onlyDependOnClassesThat(describe("belong to " + allowed + " or to no module",
            type -> !type.getPackageName().startsWith(ROOT) || moduleOf(type).equals(module)
                || allowed.contains(moduleOf(type))))
        .allowEmptyShould(true).check(PROGRAM);
  }

  @Test
  void everyPackageBelongsToAModuleOfTheTable() {
    assertThat(PROGRAM.stream().map(ArchitectureTest::moduleOf).filter(module -> !module.equals("main")).distinct()
        .toList()).isSubsetOf(modules());
  }

  @Test
  void modulesAreFreeOfCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(PROGRAM);
  }

  @Test
  void controllersAreTheirPackagesOwnBusiness() {
    classes().that().areMetaAnnotatedWith(Controller.class).should().bePackagePrivate().check(PROGRAM);
  }

  /** Nobody can have the program ask an address of their choice: it asks the sign-in service that its settings name. */
  @Test
  void onlyTheSignInServiceIsAskedOverTheNetwork() {
    noClasses().that().resideOutsideOfPackages(ROOT + ".platform.oidc..", ROOT + ".platform.demo..").should()
        .dependOnClassesThat().resideInAnyPackage("java.net.http..", "org.springframework.web.client..").orShould()
        .dependOnClassesThat().belongToAnyOf(URLConnection.class, Socket.class).check(PROGRAM);
  }

  @Test
  void everyPackageSaysWhatItIsForAndMarksItsNulls() {
    List<String> silent = new ArrayList<>();
    for (JavaPackage each : packagesWithClasses()) {
      if (each.tryGetPackageInfo().filter(info -> info.isAnnotatedWith(NullMarked.class)).isEmpty()) {
        silent.add(each.getName());
      }
    }
    assertThat(silent).isEmpty();
  }

  private static List<JavaPackage> packagesWithClasses() {
    return PROGRAM.stream().map(JavaClass::getPackage).distinct().filter(each -> !each.getName().equals(ROOT)).toList();
  }

  /** The part of the package name after {@code org.jieshi}; {@code main} without one. */
  private static String moduleOf(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1).split("\\.")[0] : "main";
  }

  private static Map<String, Set<String>> table() {
    Map<String, Set<String>> table = new LinkedHashMap<>();
    TABLE.lines().forEach(line -> {
      String[] cells = line.split("\\|", -1);
      String module = cells[0].strip();
      Set<String> allowed = new LinkedHashSet<>(BELOW_BUSINESS.contains(module) ? Set.of() : GROUND);
      for (String used : cells[1].strip().split(",\\s*")) {
        allowed.addAll(used.equals("above") ? table.keySet() : Set.of(used));
      }
      table.put(module, allowed);
    });
    return table;
  }
}
