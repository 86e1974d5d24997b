package org.jieshi.store;

import static org.springframework.test.context.TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextCustomizerFactories;
import org.springframework.test.context.TestExecutionListeners;

/**
 * Runs the whole test class on each database that the product supports: first on the embedded PostgreSQL, then on
 * PostGIS. Each run has a fresh, migrated database and the whole application started on it; both are gone afterwards,
 * so nothing leaks from one class into another.
 *
 * {@snippet :
 * @EachDatabase
 * class ParcelsIT {
 *
 *   @Autowired Parcels parcels;
 *   @Autowired JdbcClient jdbc;
 *
 *   @Test
 *   void aParcelKeepsTheCoordinatesThatWereSurveyed() { ... }
 *
 *   @Test
 *   void desktopGisSeesTheParcels(TestDatabase database) {   // if a test must know where it runs
 *     if (database.kind() == DatabaseKind.POSTGIS) { ... }
 *   }
 * }
 * }
 *
 * <p>The tests of a class share its database; one that wants none of what others left uses its own codes, or
 * {@code @Transactional}. With HTTP over a real port: {@code @EachDatabase(webEnvironment = RANDOM_PORT)}; with
 * {@code MockMvc} add {@code @AutoConfigureMockMvc}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ClassTemplate
@ExtendWith(EachDatabaseExtension.class)
@SpringBootTest
@ContextCustomizerFactories(EachDatabaseExtension.Customizer.class)
@TestExecutionListeners(listeners = EachDatabaseExtension.ContextOfTheRun.class, mergeMode = MERGE_WITH_DEFAULTS)
public @interface EachDatabase {

  /** Properties of the application, {@code "jieshi.jobs.workers=0"}. */
  @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
  String[] properties() default {};

  @AliasFor(annotation = SpringBootTest.class, attribute = "webEnvironment")
  WebEnvironment webEnvironment() default WebEnvironment.MOCK;

  /** For a test of {@code store} itself: other configuration than the whole application. */
  @AliasFor(annotation = SpringBootTest.class, attribute = "classes")
  Class<?>[] classes() default {};
}
