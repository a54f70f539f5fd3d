using System.Diagnostics.CodeAnalysis;

namespace Coppice.Server.Workspaces.Writing;

/// <summary>A definition, or one sentence that says why the table gives none.</summary>
public sealed record TableDefinitionResult(WorkspaceDefinition? Definition, string? Problem)
{
    [MemberNotNullWhen(true, nameof(Definition))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsInferred => Definition is not null;

    /// <summary>What the table is to be imported as.</summary>
    public TableBrings Brings { get; init; }
}

/// <summary>What a table brings that a definition was made from.</summary>
public enum TableBrings
{
    /// <summary>Inputs and truths in one.</summary>
    LabelledRows,

    /// <summary>Truths about customers of whom something else tells more.</summary>
    Outcomes,

    /// <summary>Notes, and what came after each.</summary>
    NotesAndOutcomes,
}
