package dev.cordon.bots;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the direction of the arrows that ARCHITECTURE.md draws. */
@AnalyzeClasses(
    packages = "dev.cordon",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {

  @ArchTest
  static final ArchRule THE_MATCHER_KNOWS_NO_PLATFORM =
      noClasses()
          .that()
          .resideInAPackage("dev.cordon.matcher..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.cordon.adapters..", "dev.cordon.bots..", "dev.cordon.config..");

  @ArchTest
  static final ArchRule ADAPTERS_KNOW_NO_MATCHER_AND_NO_POLICY =
      noClasses()
          .that()
          .resideInAPackage("dev.cordon.adapters..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.cordon.matcher..", "dev.cordon.bots..", "dev.cordon.config..");

  @ArchTest
  static final ArchRule THE_SANDBOX_AND_THE_ADAPTER_ARE_INDEPENDENT_READINGS =
      noClasses()
          .that()
          .resideInAPackage("dev.cordon.adapters.telegram.sandbox..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.cordon.adapters.telegram");

  @ArchTest
  static final ArchRule THE_ADAPTER_DOES_NOT_KNOW_THE_SANDBOX =
      noClasses()
          .that()
          .resideInAPackage("dev.cordon.adapters.telegram")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.cordon.adapters.telegram.sandbox..");

  @ArchTest
  static final ArchRule SETTINGS_ARE_READ_WHERE_THINGS_ARE_WIRED =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.cordon.config..", "dev.cordon.bots.cli..", "dev.cordon.bots.demo..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.cordon.config..");

  @ArchTest
  static final ArchRule LETTUCE_STAYS_IN_ONE_PACKAGE_A_MODULE =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.cordon.matcher.redis..", "dev.cordon.bots.redis..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.lettuce..");

  @ArchTest
  static final ArchRule NATIVE_DECODERS_STAY_IN_THE_WORKER =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.cordon.matcher.decode.worker..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco..");

  @ArchTest
  static final ArchRule THE_READER_OF_CODES_STAYS_IN_ONE_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.cordon.matcher.qr..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google.zxing..");

  @ArchTest
  static final ArchRule VERTX_STAYS_AT_THE_EDGES =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.cordon.matcher.http..",
              "dev.cordon.adapters..",
              "dev.cordon.bots.console..",
              "dev.cordon.bots.cli..",
              "dev.cordon.bots.demo..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.vertx..");

  @ArchTest
  static final ArchRule POLICY_IS_PURE =
      noClasses()
          .that()
          .resideInAPackage("dev.cordon.bots.policy..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.io..",
              "java.nio..",
              "java.net..",
              "java.util.concurrent..",
              "io..",
              "dev.cordon.bots.redis..",
              "dev.cordon.bots.enforcement..",
              "dev.cordon.bots.escalation..");

  @ArchTest
  static final ArchRule THE_INDEX_STANDS_ALONE =
      classes()
          .that()
          .resideInAPackage("dev.cordon.matcher.index..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("dev.cordon.matcher.index..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER =
      slices().matching("dev.cordon.adapters.(*)..").should().notDependOnEachOther();

  /** The test classes of other modules arrive in jars. */
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }
}
