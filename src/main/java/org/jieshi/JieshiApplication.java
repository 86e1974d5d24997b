package org.jieshi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The land title server: one jar, started as a server or as one of the commands of {@code docs/commands.md}. */
@SpringBootApplication
public class JieshiApplication {

  public static void main(String[] args) {
    SpringApplication.run(JieshiApplication.class, args);
  }
}
