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
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** The machinery of {@link EachDatabase}. Test classes run one after another in one JVM. */
final class EachDatabaseExtension implements ClassTemplateInvocationContextProvider {

  private static @Nullable TestDatabase current;

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
      current = TestDatabases.fresh(kind);
    }

    @Override
    public void afterClassTemplateInvocation(ExtensionContext context) {
      TestDatabases.drop(Objects.requireNonNull(current));
      current = null;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == TestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return Objects.requireNonNull(current);
    }
  }

  /** Points the application of the run at its database. Spring tells contexts apart by the customizer's equality. */
  static final class Customizer implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(Class<?> testClass,
        List<ContextConfigurationAttributes> attributes) {
      return new UseDatabase(Objects.requireNonNull(current));
    }
  }

  private record UseDatabase(TestDatabase database) implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
      TestPropertyValues.of("jieshi.db.url=" + database.url(), "jieshi.db.user=" + database.user(),
          "jieshi.db.password=" + database.password(), "jieshi.db.connections=12").applyTo(context);
    }
  }
}
