namespace Coppice.Server.Serving;

/// <summary>Why a question cannot be answered.</summary>
public static class ServingCodes
{
    public const string NoChampion = "COP-SERVE-001";
    public const string BadQuestion = "COP-SERVE-003";
    public const string NeedsInputs = "COP-SERVE-004";
}
