namespace Coppice.Client;

/// <summary>The server refused a request; the message is its sentence for people.</summary>
public sealed class CoppiceException : Exception
{
    internal CoppiceException(Problem problem)
        : base(problem.Title ?? $"The server answered {problem.Status}.")
    {
        Problem = problem;
    }

    /// <summary>What the server said.</summary>
    public Problem Problem { get; }
}
