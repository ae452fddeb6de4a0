using Extractor.Core.Layouts;
using Extractor.Core.Text;

namespace Extractor.Core.Articles;

/// <summary>An article on the page: its blocks in order.</summary>
sealed record ArticleText(TextSpan Span, IReadOnlyList<Block> Blocks, TextSpan? Headline);

/// <summary>Cuts a page into articles: a run of headlines opens one where a dateline, a byline or a mark of Markdown says so.</summary>
static class ArticleReader
{
    const int MostHeadlines = 12, ShortestHeadline = 8, Lead = 100;

    public static List<ArticleText> Read(PageView page)
    {
        var blocks = page.Blocks;
        var articles = new List<ArticleText>();
        var start = 0;
        var hasBody = false;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (i > start && hasBody && Opens(page, i))
            {
                i = AfterByline(page, i);
                articles.Add(Article(blocks, start, i));
                start = i;
                hasBody = false;
            }
            hasBody |= blocks[i].Kind == BlockKind.Body;
        }
        if (start < blocks.Count)
            articles.Add(Article(blocks, start, blocks.Count));
        return articles;
    }

    /// <summary>Headlines with a byline behind them and no text are those of the article above, as some pages print them; the next begins after.</summary>
    static int AfterByline(PageView page, int i)
    {
        var at = i;
        while (at < Math.Min(i + MostHeadlines, page.Blocks.Count) && page.Blocks[at].Kind == BlockKind.Headline && !Paragraph.IsByline(page.Blocks[at].Span.In(page.Text))) at++;
        return at > i && at + 1 < page.Blocks.Count && page.Blocks[at].Kind == BlockKind.Headline && page.Blocks[at + 1].Kind == BlockKind.Headline && !Paragraph.IsByline(page.Blocks[at + 1].Span.In(page.Text)) ? at + 1 : i;
    }

    static bool Opens(PageView page, int i)
    {
        var block = page.Blocks[i];
        if (block.Marked)
            return true;
        if (block.Kind == BlockKind.Body)
            return Paragraph.HasDateline(block.Span.In(page.Text)) && page.Blocks[i - 1].Kind == BlockKind.Body;
        if (block.Kind != BlockKind.Headline || page.Blocks[i - 1].Kind == BlockKind.Headline && !Paragraph.IsByline(page.Blocks[i - 1].Span.In(page.Text)))
            return false;
        for (var last = Math.Min(i + MostHeadlines, page.Blocks.Count); i < last; i++)
        {
            var text = page.Blocks[i].Span.In(page.Text);
            if (Paragraph.IsByline(text) || page.Blocks[i].Kind == BlockKind.Body && Paragraph.HasDateline(text))
                return true;
            if (page.Blocks[i].Kind != BlockKind.Headline)
                return page.Blocks[i].Kind == BlockKind.Body && (Paragraph.OpensNews(text) || IsBrief(page.Blocks[i - 1].Span.In(page.Text), text));
        }
        return false;
    }

    /// <summary>
    /// A brief among others: its text says the headline again and reports (记者获悉, 今天). A part of a bulletin says its
    /// heading again too, and reports nothing.
    /// </summary>
    static bool IsBrief(ReadOnlySpan<char> headline, ReadOnlySpan<char> body)
    {
        if (headline.Length < ShortestHeadline || Paragraph.IsNumbered(headline))
            return false;
        var lead = body[..Math.Min(body.Length, Lead)];
        if (!NewsWords.IsIn(lead))
            return false;
        var (said, again) = (0, 0);
        for (var i = 0; i + 1 < headline.Length; i++)
            if (Glyph.IsHan(headline[i]) && Glyph.IsHan(headline[i + 1]))
            {
                said++;
                if (lead.IndexOf(headline.Slice(i, 2)) >= 0)
                    again++;
            }
        return again * 5 >= said * 2 && again > 2;
    }

    static ArticleText Article(IReadOnlyList<Block> blocks, int start, int end)
    {
        var own = blocks.Skip(start).Take(end - start).ToList();
        TextSpan? headline = own[0].Kind == BlockKind.Headline ? own[0].Span : null;
        return new(new(own[0].Span.Start, own[^1].Span.End), own, headline);
    }
}
