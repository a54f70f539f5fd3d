namespace Coppice.Server.Workspaces.Reading;

/// <summary>Collects what is wrong, so that one reading reports everything.</summary>
internal sealed class ProblemList
{
    private readonly List<DefinitionProblem> _problems = [];

    public bool IsEmpty => _problems.Count == 0;

    public void Add(int line, string message) => _problems.Add(new DefinitionProblem(line, message));

    public IReadOnlyList<DefinitionProblem> InOrder() => [.. _problems.OrderBy(problem => problem.Line)];
}
