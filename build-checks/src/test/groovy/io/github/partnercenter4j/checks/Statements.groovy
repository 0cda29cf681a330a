package io.github.partnercenter4j.checks

import com.sun.source.tree.BindingPatternTree
import com.sun.source.tree.BlockTree
import com.sun.source.tree.EmptyStatementTree
import com.sun.source.tree.EnhancedForLoopTree
import com.sun.source.tree.LambdaExpressionTree
import com.sun.source.tree.MethodTree
import com.sun.source.tree.StatementTree
import com.sun.source.tree.Tree
import com.sun.source.util.JavacTask
import com.sun.source.util.TreeScanner
import groovy.transform.CompileStatic
import java.nio.file.Path
import javax.tools.ToolProvider

/**
 * Counts what Java sources say, however a formatter sets it: types, fields, methods and statements. Braces, parameters, imports
 * and comments do not count.
 */
@CompileStatic
class Statements extends TreeScanner<Void, Void> {
    private int count

    static int of(List<Path> files) {
        def compiler = ToolProvider.systemJavaCompiler
        def manager = compiler.getStandardFileManager(null, null, null)
        def task = compiler.getTask(null, manager, null, ['-proc:none'], null, manager.getJavaFileObjectsFromPaths(files)) as JavacTask
        def statements = new Statements()
        task.parse().each { statements.scan(it, null) }
        statements.count
    }

    @Override
    Void scan(Tree tree, Void nothing) {
        if (tree instanceof StatementTree && !(tree instanceof BlockTree) && !(tree instanceof EmptyStatementTree)) {
            count++
        }
        super.scan(tree, nothing)
    }

    @Override
    Void visitMethod(MethodTree method, Void nothing) {
        count += 1 - method.parameters.size()
        super.visitMethod(method, nothing)
    }

    @Override
    Void visitLambdaExpression(LambdaExpressionTree lambda, Void nothing) {
        count -= lambda.parameters.size()
        super.visitLambdaExpression(lambda, nothing)
    }

    @Override
    Void visitEnhancedForLoop(EnhancedForLoopTree loop, Void nothing) {
        count--
        super.visitEnhancedForLoop(loop, nothing)
    }

    @Override
    Void visitBindingPattern(BindingPatternTree pattern, Void nothing) {
        count--
        super.visitBindingPattern(pattern, nothing)
    }
}
