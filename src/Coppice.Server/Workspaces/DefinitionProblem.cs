namespace Coppice.Server.Workspaces;

/// <summary>One thing wrong in the definition file, and where; <paramref name="Line"/> counts from 1.</summary>
public sealed record DefinitionProblem(int Line, string Message)
{
    public override string ToString() => $"line {Line}  {Message}";
}
