package org.jieshi.platform.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jieshi.JieshiApplication;
import org.jieshi.identity.CurrentUser;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/**
 * A command on the register. It works on the data directory itself or, where the server has it open, beside the server
 * on the same database. Whoever can read the directory may run it; the audit log names the user given with
 * {@code --as}.
 */
abstract class RegisterCommand implements Callable<Integer> {

  @Option(names = "--as", defaultValue = "admin", paramLabel = "USER",
      description = "the user in whose name it is done, default ${DEFAULT-VALUE}. 以该用户名义执行。")
  private String user;

  /** @return the exit status */
  abstract int run(ConfigurableApplicationContext context);

  /** False where the command needs a database without anything in it. */
  boolean needsFirstStart() {
    return true;
  }

  /** False where the command may begin a register. */
  boolean needsRegister() {
    return true;
  }

  Class<?> program() {
    return JieshiApplication.class;
  }

  /** What the program is to be started with besides. */
  List<String> properties() {
    return List.of();
  }

  @Override
  public Integer call() {
    if (needsRegister()) {
      requireRegister();
    }
    try (ConfigurableApplicationContext context = new SpringApplicationBuilder(program())
        .web(WebApplicationType.NONE).run(arguments())) {
      return run(context);
    }
  }

  private String[] arguments() {
    List<String> arguments = new ArrayList<>(List.of("--jieshi.join=true", "--jieshi.first-start=" + needsFirstStart(),
        "--logging.level.org.jieshi=warn"));
    arguments.addAll(properties());
    return arguments.toArray(String[]::new);
  }

  /** A command in the wrong place must not found a register and then report on it. */
  private static void requireRegister() {
    Path data = Path.of(System.getenv().getOrDefault("JIESHI_DATA", "./var/jieshi"));
    if (System.getenv("JIESHI_DB_URL") == null && !Files.isDirectory(data.resolve("postgres"))) {
      throw Problem.of(ProblemCode.NOT_FOUND,
          "There is no register in %s: name its data directory in JIESHI_DATA.".formatted(data),
          "%s 中没有登记数据：请用 JIESHI_DATA 指定数据目录。".formatted(data)).about(data.toString()).asException();
    }
  }

  <T> T inTheNameOfTheUser(ConfigurableApplicationContext context, Supplier<T> work) {
    return context.getBean(CurrentUser.class).actingAs(user, work);
  }
}
