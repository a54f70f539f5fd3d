namespace Coppice.Forests.Reading;

/// <summary>Counts the values of one document, so that a small hostile file cannot become a huge tree of objects.</summary>
internal sealed class DocumentBudget
{
    private int _remaining = DocumentFormat.MaximumValues;

    public void Spend(long position)
    {
        if (--_remaining < 0)
            throw new InvalidForestException($"byte {position}", $"expected at most {DocumentFormat.MaximumValues:N0} objects, arrays and texts, found more");
    }
}
