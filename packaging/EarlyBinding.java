import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Writes into a class what Java would otherwise make for it at run time, at each start anew: which case of a pattern
/// switch fits, and how a record is compared and hashed. Both then do the same, in the same order. Lambdas and joined
/// strings are left as they are, for an AOT cache keeps those; it does not keep these (Java 25).
final class EarlyBinding {

    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
    private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
    private static final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");
    private static final int HIDDEN = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

    private final ClassFile files;
    private int bound;

    EarlyBinding(ClassHierarchyResolver types) {
        files = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(types));
    }

    /// How many places it has bound so far.
    int bound() {
        return bound;
    }

    /// The class as it is to be, which is the same if there is nothing to bind in it.
    byte[] of(byte[] original) {
        ClassModel model = files.parse(original);
        if (model.methods().stream().noneMatch(EarlyBinding::binds)) {
            return original;
        }
        List<Consumer<ClassBuilder>> made = new ArrayList<>();
        ClassTransform bodies = ClassTransform.transformingMethodBodies(
                EarlyBinding::binds, (code, each) -> code(model, made, code, each));
        byte[] changed = files.transformClass(model, bodies.andThen(
                ClassTransform.endHandler(into -> made.forEach(method -> method.accept(into)))));
        List<VerifyError> wrong = files.verify(changed);
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(model.thisClass().asInternalName() + ": " + wrong);
        }
        bound += made.size();
        return changed;
    }

    private static boolean binds(MethodModel method) {
        return method.code().stream().flatMap(code -> code.elementStream())
                .anyMatch(each -> each instanceof InvokeDynamicInstruction call && binds(call));
    }

    private static boolean binds(InvokeDynamicInstruction call) {
        ClassDesc owner = call.bootstrapMethod().owner();
        if (owner.equals(SWITCHES)) {
            return call.bootstrapMethod().methodName().equals("typeSwitch")
                    && call.typeSymbol().parameterType(0).isClassOrInterface()
                    && call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance);
        }
        return owner.equals(RECORDS) && !call.name().equalsString("toString");
    }

    private void code(ClassModel model, List<Consumer<ClassBuilder>> made, CodeBuilder code, CodeElement each) {
        if (!(each instanceof InvokeDynamicInstruction call && binds(call))) {
            code.with(each);
            return;
        }
        String name = "bound$" + made.size();
        MethodTypeDesc type = call.typeSymbol();
        List<ConstantDesc> arguments = call.bootstrapArgs();
        Consumer<CodeBuilder> body = switch (call.name().stringValue()) {
            case "equals" -> it -> equality(it, model.thisClass().asSymbol(), fields(arguments));
            case "hashCode" -> it -> hash(it, fields(arguments));
            default -> it -> choice(it, arguments.stream().map(ClassDesc.class::cast).toList());
        };
        made.add(into -> into.withMethodBody(name, type, HIDDEN, body));
        code.invokestatic(model.thisClass().asSymbol(), name, type, model.flags().has(AccessFlag.INTERFACE));
    }

    /// `(target, from)`: the first case from `from` on that `target` is of; as many as there are cases if there is none, and
    /// −1 for null.
    private static void choice(CodeBuilder code, List<ClassDesc> cases) {
        Label some = code.newLabel();
        code.aload(0).ifnonnull(some).iconst_m1().ireturn().labelBinding(some);
        for (int index = 0; index < cases.size(); index++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(index).if_icmpgt(next)
                    .aload(0).instanceOf(cases.get(index)).ifeq(next)
                    .loadConstant(index).ireturn()
                    .labelBinding(next);
        }
        code.loadConstant(cases.size()).ireturn();
    }

    private static List<DirectMethodHandleDesc> fields(List<ConstantDesc> arguments) {
        // the record's class, its components' names, and who reads each
        return arguments.stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList();
    }

    private static void equality(CodeBuilder code, ClassDesc record, List<DirectMethodHandleDesc> fields) {
        Label other = code.newLabel();
        Label differs = code.newLabel();
        code.aload(0).aload(1).if_acmpne(other).iconst_1().ireturn().labelBinding(other)
                .aload(1).instanceOf(record).ifeq(differs)
                .aload(1).checkcast(record).astore(2);
        for (DirectMethodHandleDesc field : fields) {
            ClassDesc type = field.invocationType().returnType();
            code.aload(0).getfield(record, field.methodName(), type)
                    .aload(2).getfield(record, field.methodName(), type);
            switch (TypeKind.from(type)) {
                case BOOLEAN, BYTE, CHAR, SHORT, INT -> code.if_icmpne(differs);
                case LONG -> code.lcmp().ifne(differs);
                case FLOAT -> compared(code, ConstantDescs.CD_Float, ConstantDescs.CD_float).ifne(differs);
                case DOUBLE -> compared(code, ConstantDescs.CD_Double, ConstantDescs.CD_double).ifne(differs);
                default -> code.invokestatic(OBJECTS, "equals", MethodTypeDesc.of(
                        ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object)).ifeq(differs);
            }
        }
        code.iconst_1().ireturn().labelBinding(differs).iconst_0().ireturn();
    }

    private static CodeBuilder compared(CodeBuilder code, ClassDesc box, ClassDesc type) {
        return code.invokestatic(box, "compare", MethodTypeDesc.of(ConstantDescs.CD_int, type, type));
    }

    private static void hash(CodeBuilder code, List<DirectMethodHandleDesc> fields) {
        code.iconst_0();
        for (DirectMethodHandleDesc field : fields) {
            ClassDesc type = field.invocationType().returnType();
            code.bipush(31).imul().aload(0).getfield(field.owner(), field.methodName(), type);
            if (type.isPrimitive()) {
                code.invokestatic(box(type), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, type));
            } else {
                code.invokestatic(OBJECTS, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object));
            }
            code.iadd();
        }
        code.ireturn();
    }

    private static ClassDesc box(ClassDesc primitive) {
        return switch (TypeKind.from(primitive)) {
            case BOOLEAN -> ConstantDescs.CD_Boolean;
            case BYTE -> ConstantDescs.CD_Byte;
            case CHAR -> ConstantDescs.CD_Character;
            case SHORT -> ConstantDescs.CD_Short;
            case INT -> ConstantDescs.CD_Integer;
            case LONG -> ConstantDescs.CD_Long;
            case FLOAT -> ConstantDescs.CD_Float;
            case DOUBLE -> ConstantDescs.CD_Double;
            case REFERENCE, VOID -> throw new IllegalArgumentException("not a primitive: " + primitive);
        };
    }
}
