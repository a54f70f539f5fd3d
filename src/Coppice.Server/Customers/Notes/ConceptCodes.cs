namespace Coppice.Server.Customers.Notes;

internal static class ConceptCodes
{
    public const string NoLexicon = "COP-CONCEPT-001";
    public const string BadLexicon = "COP-CONCEPT-002";
    public const string BadForm = "COP-CONCEPT-003";
}
