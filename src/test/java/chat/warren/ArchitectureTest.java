package chat.warren;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.chat.Broker;
import chat.warren.chat.Presence;
import chat.warren.user.Limits;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {
  /** Each may use what stands in later lines; those in one line know nothing of each other. */
  private static final List<List<String>> ORDER =
      List.of(
          List.of("app"),
          List.of("live", "redis"),
          // Each of many nodes is a single one, and hears of the others besides.
          List.of("memory"),
          List.of("wire", "apps"),
          List.of("chat"),
          List.of("room"),
          List.of("user"),
          List.of("db", "web"),
          List.of("text", "markup"));

  private static final JavaClasses WARREN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("chat.warren");

  static Stream<String> ordered() {
    return ORDER.stream().flatMap(List::stream);
  }

  @Test
  void everyPackageHasItsPlace() {
    Set<String> found =
        WARREN.stream()
            .map(type -> type.getPackageName().substring("chat.warren.".length()))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known = ordered().collect(Collectors.toCollection(TreeSet::new));
    known.add("launch");
    known.add("push");
    assertEquals(known, found);
  }

  @ParameterizedTest
  @MethodSource("ordered")
  void dependenciesPointDownwardsOnly(String name) {
    classes()
        .that()
        .resideInAPackage("chat.warren." + name)
        .should()
        .onlyDependOnClassesThat(isOutsideOr(below(name)))
        .check(WARREN);
  }

  private static List<String> below(String name) {
    int line = 0;
    while (!ORDER.get(line).contains(name)) {
      line++;
    }
    return Stream.concat(
            Stream.of(name), ORDER.subList(line + 1, ORDER.size()).stream().flatMap(List::stream))
        .map(allowed -> "chat.warren." + allowed)
        .toList();
  }

  private static DescribedPredicate<JavaClass> isOutsideOr(List<String> packages) {
    return DescribedPredicate.describe(
        "belong to others or are in " + packages,
        type ->
            !type.getPackageName().startsWith("chat.warren")
                || packages.contains(type.getPackageName()));
  }

  @Test
  void noPackagesFormACircle() {
    slices().matching("chat.warren.(*)..").should().beFreeOfCycles().check(WARREN);
  }

  @Test
  void onlyTheLauncherKnowsTomcat() {
    noClasses()
        .that()
        .resideOutsideOfPackage("chat.warren.launch..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.catalina..", "org.apache.tomcat..", "org.apache.coyote..")
        .check(WARREN);
  }

  @Test
  void theLauncherStandsAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("chat.warren.launch..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("chat.warren.launch..")
        .check(WARREN);
    classes()
        .that()
        .resideInAPackage("chat.warren.launch..")
        .should()
        .onlyDependOnClassesThat(isOutsideOr(List.of("chat.warren.launch")))
        .check(WARREN);
  }

  @Test
  void whatOtherApplicationsTakeWithThemNeedsNothingButJava() {
    classes()
        .that()
        .resideInAPackage("chat.warren.push..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "chat.warren.push..")
        .check(WARREN);
    noClasses()
        .that()
        .resideOutsideOfPackage("chat.warren.push..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("chat.warren.push..")
        .check(WARREN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Manager", "Helper", "Util", "Utils", "Impl", "DTO", "Dto"})
  void noClassHidesBehindAWordThatSaysNothing(String word) {
    noClasses().should().haveSimpleNameEndingWith(word).check(WARREN);
  }

  @Test
  void onlyWhatHasTwoImplementationsInProductionIsAnInterface() {
    Set<String> interfaces =
        WARREN.stream()
            .filter(type -> type.isInterface() && !type.isAnnotation() && type.isTopLevelClass())
            .filter(type -> !type.reflect().isSealed())
            .map(JavaClass::getFullName)
            .collect(Collectors.toSet());
    assertEquals(
        Stream.of(Broker.class, Presence.class, Limits.class)
            .map(Class::getName)
            .collect(Collectors.toSet()),
        interfaces);
  }

  @Test
  void databaseAccessStaysOutOfSocketsAndPages() {
    noClasses()
        .that()
        .resideInAnyPackage(ofWarren("live", "wire", "redis", "memory", "web", "text"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.jdbi..", "com.zaxxer..", "org.sqlite..")
        .check(WARREN);
  }

  @Test
  void onlyTheRedisPackageKnowsLettuce() {
    noClasses()
        .that()
        .resideOutsideOfPackage("chat.warren.redis..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.lettuce..", "io.netty..", "reactor..")
        .check(WARREN);
  }

  /** Behind a proxy some servers would name themselves in the answer. */
  @Test
  void redirectsNameNoHost() {
    noClasses()
        .should()
        .callMethod(HttpServletResponse.class, "sendRedirect", String.class)
        .check(WARREN);
  }

  private static String[] ofWarren(String... names) {
    return Arrays.stream(names).map(name -> "chat.warren." + name).toArray(String[]::new);
  }
}
