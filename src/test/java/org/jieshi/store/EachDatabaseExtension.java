package org.jieshi.store;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * The machinery of {@link EachDatabase}.
 *
 * <p>Spring keeps one context for all runs of a class, as it sees one class with one configuration. So the context is
 * pointed at the database of the run when it starts, and thrown out of Spring's cache when the run is over. Test classes
 * run one after another in one JVM.
 */
final class EachDatabaseExtension implements ClassTemplateInvocationContextProvider {

  private static @Nullable TestDatabase database;
  private static @Nullable TestContext testContext;

  @Override
  public boolean supportsClassTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<? extends ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
      ExtensionContext context) {
    return Stream.of(DatabaseKind.values()).map(RunOn::new);
  }

  private record RunOn(DatabaseKind kind) implements ClassTemplateInvocationContext {

    @Override
    public String getDisplayName(int index) {
      return "on " + kind;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new OneRun(kind));
    }
  }

  private record OneRun(DatabaseKind kind)
      implements BeforeClassTemplateInvocationCallback, AfterClassTemplateInvocationCallback, ParameterResolver {

    @Override
    public void beforeClassTemplateInvocation(ExtensionContext context) {
      database = TestDatabases.fresh(kind);
    }

    @Override
    public void afterClassTemplateInvocation(ExtensionContext context) {
      if (testContext != null) {
        testContext.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
        testContext = null;
      }
      TestDatabases.drop(Objects.requireNonNull(database));
      database = null;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == TestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return Objects.requireNonNull(database);
    }
  }

  /** Remembers whose context to throw out. */
  static final class ContextOfTheRun implements TestExecutionListener {

    @Override
    public void prepareTestInstance(TestContext context) {
      testContext = context;
    }
  }

  static final class Customizer implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(Class<?> testClass,
        List<ContextConfigurationAttributes> attributes) {
      return new UseDatabaseOfTheRun();
    }
  }

  /** Without state: nested classes find the context of their enclosing class by the equality of customizers. */
  private record UseDatabaseOfTheRun() implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
      TestDatabase db = Objects.requireNonNull(database);
      TestPropertyValues.of("jieshi.db.url=" + db.url(), "jieshi.db.user=" + db.user(),
          "jieshi.db.password=" + db.password(), "jieshi.db.connections=12",
          "jieshi.reminders.enabled=false", "jieshi.audit.daily=false",
          "jieshi.audit.key=" + db.outside() + "/audit-key.pem", "jieshi.audit.heads=" + db.outside() + "/audit-heads",
          "jieshi.secrets.key=" + db.outside() + "/secrets-key",
          // many tests sign in with each request: the cheapest hash, and the password they all use
          "jieshi.admin-password=long enough", "jieshi.passwords.cost=4", "jieshi.passwords.shortest=10")
          .applyTo(context);
    }
  }
}
