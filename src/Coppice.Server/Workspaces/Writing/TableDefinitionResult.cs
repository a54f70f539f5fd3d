using System.Diagnostics.CodeAnalysis;

namespace Coppice.Server.Workspaces.Writing;

/// <summary>A definition, or one sentence that says why the table gives none.</summary>
public sealed record TableDefinitionResult(WorkspaceDefinition? Definition, string? Problem)
{
    [MemberNotNullWhen(true, nameof(Definition))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsInferred => Definition is not null;
}
