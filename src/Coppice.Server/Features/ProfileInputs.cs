using Coppice.Server.Customers;

namespace Coppice.Server.Features;

/// <summary>Fills <c>profile.*</c> columns with what held, and was known, at a time.</summary>
public static class ProfileInputs
{
    public static void Fill(InputTable table, IReadOnlyDictionary<long, List<StoredProfile>> profiles, IReadOnlyList<ExampleKey> keys)
    {
        for (int row = 0; row < keys.Count; row++)
        {
            if (!profiles.TryGetValue(keys[row].CustomerId, out var history))
                continue;
            // Oldest first, so that a later value takes the place of an earlier one attribute by attribute.
            foreach (var profile in history)
            {
                if (profile.HoldsFrom <= keys[row].AsOf && profile.KnownTime <= keys[row].AsOf)
                    table.SetFromJson(row, profile.Attributes, "profile.");
            }
        }
    }
}
