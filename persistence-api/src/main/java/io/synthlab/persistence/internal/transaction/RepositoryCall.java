package io.synthlab.persistence.internal.transaction;

import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.Writes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** One call of a repository method, on its way from the front that a host holds to the implementation that is on. */
public final class RepositoryCall {
    private final RepositoryName repository;
    private final Method method;
    private final @Nullable Object @Nullable [] arguments;
    private final boolean writes;
    private @Nullable Binding binding;
    private boolean unitHasWritten;

    /**
     * Creates a call.
     *
     * @param repository which repository
     * @param method method of its interface
     * @param arguments its arguments, {@code null} for none
     */
    public RepositoryCall(RepositoryName repository, Method method, @Nullable Object @Nullable [] arguments) {
        this.repository = repository;
        this.method = method;
        this.arguments = arguments;
        this.writes = method.isAnnotationPresent(Writes.class);
    }

    /** Returns which repository is called. */
    public RepositoryName repository() {
        return repository;
    }

    /** Returns the name of the method. */
    public String method() {
        return method.getName();
    }

    /** Returns whether the method may write. */
    public boolean writes() {
        return writes;
    }

    /** Returns the arguments, empty for none. */
    public @Nullable Object[] arguments() {
        return arguments == null ? new Object[0] : arguments;
    }

    /**
     * Returns the same call with arguments of its own, for use after the caller has gone on.
     *
     * @param copies the new arguments
     * @return the call, served by nobody yet
     */
    public RepositoryCall with(@Nullable Object[] copies) {
        return new RepositoryCall(repository, method, copies);
    }

    /** Notes who serves the call, and whether its unit can see what others cannot. */
    void servedBy(Binding serving, boolean hasWritten) {
        binding = serving;
        unitHasWritten = hasWritten;
    }

    /** Returns what was on when the call was served, or {@code null} if it never came so far. */
    public @Nullable Binding binding() {
        return binding;
    }

    /** Returns whether the unit of work had written before this call. */
    public boolean unitHasWritten() {
        return unitHasWritten;
    }

    /**
     * Calls the method.
     *
     * @param implementation which implementation
     * @return what it returned
     * @throws Throwable what it threw
     */
    public @Nullable Object on(Object implementation) throws Throwable {
        try {
            return method.invoke(implementation, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
