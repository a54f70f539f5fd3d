namespace Coppice.Server.Workspaces;

/// <summary>The definition file cannot be used; every problem is in the message, a line each.</summary>
public sealed class InvalidDefinitionException(string path, IReadOnlyList<DefinitionProblem> problems)
    : Exception(string.Join('\n', problems.Select(p => $"{Path.GetFileName(path)}:{p.Line}  {p.Message}")))
{
    public IReadOnlyList<DefinitionProblem> Problems { get; } = problems;
}
