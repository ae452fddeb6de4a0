using Extractor.Core.Text;

namespace Extractor.Core.Tests.Text;

public sealed class PairTableTests
{
    const byte Begins = 1, Ends = 2, Within = 4;

    [Fact]
    public void Words_are_told_by_how_they_begin_and_end_and_what_they_hold()
    {
        var pairs = new PairTable();
        pairs.AddBeginnings(["浙江省", "丽水"], Begins);
        pairs.AddEnds(["有限公司"], Ends);
        pairs.AddPairs(["五位一体"], Within);

        Assert.Equal(Begins, pairs['浙', '江']);
        Assert.Equal(Begins, pairs['丽', '水']);
        Assert.Equal(Ends, pairs['公', '司']);
        Assert.Equal([Within, Within, Within], [pairs['五', '位'], pairs['位', '一'], pairs['一', '体']]);
        Assert.Equal(0, pairs['江', '省']);
        Assert.Equal(0, pairs['有', '限']);
    }
}
