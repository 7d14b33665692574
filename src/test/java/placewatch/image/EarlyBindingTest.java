package placewatch.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the image's build writes into the program's classes does what Java would have done.
class EarlyBindingTest {

    private static final List<Class<?>> SUBJECTS = List.of(BoundSubject.class, BoundSubject.Each.class,
            BoundSubject.None.class, BoundSubject.Circle.class, BoundSubject.Square.class, BoundSubject.Shape.class);

    private static Object binding;
    private static Method of;

    @TempDir
    private static Path compiled;

    @BeforeAll
    static void compile() throws Exception {
        int exit = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-d", compiled.toString(), Path.of("packaging", "EarlyBinding.java").toString()).inheritIO().start().waitFor();
        assertThat(exit).as("javac's").isZero();
        // stays open, as the class comes to need its inner ones
        URLClassLoader loader = new URLClassLoader(new URL[] {compiled.toUri().toURL()}, null);
        Class<?> type = loader.loadClass("EarlyBinding");
        Constructor<?> constructor = type.getDeclaredConstructor(ClassHierarchyResolver.class);
        constructor.setAccessible(true);
        of = type.getDeclaredMethod("of", byte[].class);
        of.setAccessible(true);
        binding = constructor.newInstance(
                ClassHierarchyResolver.ofResourceParsing(EarlyBindingTest.class.getClassLoader()));
    }

    @Test
    void boundClassesAnswerAsTheOthersDo() throws Exception {
        Map<String, byte[]> bound = new HashMap<>();
        for (Class<?> subject : SUBJECTS) {
            bound.put(subject.getName(), bound(subject));
        }
        ClassLoader loader = new ClassLoader(EarlyBindingTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                byte[] file = bound.get(name);
                if (file == null) {
                    return super.loadClass(name, resolve);
                }
                Class<?> known = findLoadedClass(name);
                return known == null ? defineClass(name, file, 0, file.length) : known;
            }
        };
        Constructor<?> made = loader.loadClass(BoundSubject.class.getName()).getConstructor();
        made.setAccessible(true);
        Supplier<?> subject = (Supplier<?>) made.newInstance();

        assertThat(subject.getClass()).isNotEqualTo(BoundSubject.class);
        assertThat(subject.get()).isEqualTo(new BoundSubject().get());
    }

    @Test
    void nothingIsLeftThatJavaWouldMakeAtAStart() throws Exception {
        for (Class<?> subject : SUBJECTS) {
            assertThat(madeAtStart(original(subject))).as(subject + " before").isTrue();
            assertThat(madeAtStart(bound(subject))).as(subject + " after").isFalse();
        }
    }

    @Test
    void aClassWithoutEitherStaysAsItIs() throws Exception {
        byte[] original = original(Plain.class);

        assertThat(of.invoke(binding, (Object) original)).isSameAs(original);
    }

    /// Has nothing to bind, but for the lambda that an AOT cache keeps.
    private record Plain() {

        static Runnable run() {
            return () -> { };
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    private static boolean madeAtStart(byte[] file) {
        return ClassFile.of().parse(file).methods().stream().flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream()).anyMatch(each -> each instanceof InvokeDynamicInstruction call
                        && (call.bootstrapMethod().methodName().equals("typeSwitch")
                        || call.name().equalsString("equals") || call.name().equalsString("hashCode")));
    }

    private static byte[] bound(Class<?> subject) throws Exception {
        return (byte[]) of.invoke(binding, (Object) original(subject));
    }

    private static byte[] original(Class<?> type) throws IOException {
        try (InputStream file = type.getResourceAsStream(
                type.getName().substring(type.getPackageName().length() + 1) + ".class")) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }
}
