using System.Diagnostics.CodeAnalysis;

namespace Coppice.Server.Workspaces;

/// <summary>A definition, or everything that is wrong with it, in the order of the lines.</summary>
public sealed record DefinitionResult(WorkspaceDefinition? Definition, IReadOnlyList<DefinitionProblem> Problems)
{
    [MemberNotNullWhen(true, nameof(Definition))]
    public bool IsValid => Definition is not null;
}
